// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/context.py by Scripts/embed-assets; change that file, not this one.
    static let libContextPy = #"""
        """What a connector is given: ``def run(context)``."""

        from __future__ import annotations

        from typing import TYPE_CHECKING, Any, Mapping

        from .api_client import ApiClient
        from .errors import ConnectorError
        from .lease_keeper import LeaseKeeper
        from .logger import Logger
        from .masking import Masker
        from .work_dir import WorkDir

        if TYPE_CHECKING:
            from .dry.run import DryRun

        #: Where a local Nuntiq listens.
        LOCAL_API_URL = "http://localhost:8080/api"


        class JobContext:
            """One run of a connector for one tenant.

            ``secrets`` are encrypted at rest, ``config`` is kept across runs, ``job_params`` are those of this run.
            """

            def __init__(
                self,
                api: ApiClient,
                logger: Logger,
                secrets: Mapping[str, Any] | None = None,
                config: Mapping[str, Any] | None = None,
                job_params: Mapping[str, Any] | None = None,
                customer_number: str | None = None,
                work_dir: WorkDir | None = None,
            ) -> None:
                self.api = api
                self.logger = logger
                self.secrets: dict[str, Any] = dict(secrets or {})
                self.config: dict[str, Any] = dict(config or {})
                self.job_params: dict[str, Any] = dict(job_params or {})
                self.customer_number = customer_number
                #: The leases of this run, renewed in the background.
                self.leases = LeaseKeeper(api, logger)
                #: Set in a dry run, which sends no write.
                self.dry_run: DryRun | None = None
                #: Whether people read the log.
                self.is_terminal = False
                #: The run's folder as an object, with the checks of paths.
                self.folder = work_dir or WorkDir("connector")

            @classmethod
            def from_config(
                cls, config: Mapping[str, Any], entrypoint_key: str = "connector", project: str | None = None
            ) -> JobContext:
                """The context for ``{api_url, customer_number, job_token or api_key, secrets, config, job_params}``.

                With a ``job_token`` the run is one of a server: its folder is wiped afterwards; ``work_dir`` is one that is there.
                Raises ``ConnectorError``.
                """
                parts = {name: _object(config, name) for name in ("secrets", "config", "job_params")}
                job_token, api_key = config.get("job_token"), config.get("api_key")
                number = config.get("customer_number")
                customer_number = None if number is None else str(number)
                try:
                    api = ApiClient(
                        str(config.get("api_url") or LOCAL_API_URL),
                        customer_number=customer_number,
                        job_token=job_token,
                        api_key=api_key,
                        timeout_seconds=_seconds(config),
                    )
                except ValueError as error:
                    raise ConnectorError(str(error)) from error
                logger = Logger(Masker([parts["secrets"], job_token, api_key]), api=api)
                api.on_retry = lambda call, error, wait: logger.warn(f"{call}: {error}; again in {wait:.1f} s")
                given = config.get("work_dir")
                folder = WorkDir(entrypoint_key, None if job_token else project, str(given) if given else None)
                return cls(
                    api, logger, parts["secrets"], parts["config"], parts["job_params"], customer_number, work_dir=folder
                )

            @property
            def work_dir(self) -> str:
                """The absolute path of the run's folder, which is made at first use."""
                return self.folder.path

            def get_secret(self, key: str, default: Any = None) -> Any:
                """A secret, or ``default``."""
                return self.secrets.get(key, default)

            def get_config(self, key: str, default: Any = None) -> Any:
                """A value of the configuration, or ``default``."""
                return self.config.get(key, default)

            def get_param(self, key: str, default: Any = None) -> Any:
                """A parameter of this run, or ``default``."""
                return self.job_params.get(key, default)

            def close(self) -> None:
                """Ends the run: leases are no longer renewed, the log is sent, a server's work directory is wiped."""
                try:
                    self.leases.close()
                    self.logger.close()
                finally:
                    self.api.close()
                    self.folder.wipe()

            def __enter__(self) -> JobContext:
                return self

            def __exit__(self, *_: object) -> None:
                self.close()


        def _seconds(config: Mapping[str, Any]) -> float:
            """How long an answer of the API is waited for."""
            value = config.get("api_timeout_seconds", 60.0)
            if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value <= 3600:
                raise ConnectorError("api_timeout_seconds must be a number of seconds.")
            return float(value)


        def _object(config: Mapping[str, Any], name: str) -> dict[str, Any]:
            value = config.get(name)
            if value is None:
                return {}
            if not isinstance(value, dict):
                raise ConnectorError(f"{name} must be an object in the configuration, not {type(value).__name__}.")
            return value

        """#
}
