// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/objects/user.py by Scripts/embed-assets; change that file, not this one.
    static let libObjectsUserPy = #"""
        """The people of the tenant."""

        from __future__ import annotations

        from typing import Any, Sequence

        from .. import checks
        from .master_load import MasterLoad, MasterRow
        from .rows import Day, Row, Text, Whole


        class UserGroup(Row):
            """A group that a user is in."""

            external_code = Text(is_identity=True)


        class User(MasterRow):
            """A user; known by ``login_account``. ``login_type`` 2 needs ``sso_provider``; ``password`` is never read."""

            children = {"groups": UserGroup}

            login_account = Text(is_identity=True)
            first_name = Text(is_identity=True)
            last_name = Text(is_identity=True)
            email = Text(is_identity=True)
            login_type = Whole(is_identity=True)
            sso_provider = Text()
            password = Text()
            active_from = Day()
            active_to = Day()

            def new_group(self, external_code: str) -> UserGroup:
                """Puts the user into a group; the groups that are sent replace those there are."""
                group = self._new_child("groups", UserGroup)
                group.external_code = external_code
                return group

            @property
            def groups(self) -> list[Row]:
                """The groups the user is in."""
                return self._lists["groups"]

            def deactivate(self) -> dict[str, Any]:
                """Ends the user's access now; so does ``delete``."""
                return self.delete()


        class UserLoad(MasterLoad[User]):
            """The users."""

            path = "/v1/users"
            item = User
            key_fields = ("login_account",)

            def save_all(self, full_load: bool = False, allow_shrink: bool = False) -> dict[str, Any]:
                """Sends what is queued. Raises ``ValueError`` for a ``full_load``: users have none."""
                if full_load or allow_shrink:
                    raise ValueError("Users have no full_load.")
                return super().save_all()

            def deactivate_inactive(
                self, days: int, exclude_login_accounts: Sequence[str] | None = None, dry_run: bool = False
            ) -> dict[str, Any]:
                """Deactivates who was created and last signed in more than ``days`` ago; ``dry_run`` only lists them.

                At most 1000 are listed, with ``last_login_at``; ``truncated`` says that there are more.
                """
                body = {
                    "days": checks.whole("days", days, 1, 36_500),
                    "exclude_login_accounts": list(exclude_login_accounts or ()),
                    "dry_run": bool(dry_run),
                }
                return dict(self._api.call("POST", f"{self.path}/deactivate-inactive", data=body, repeatable=True))

        """#
}
