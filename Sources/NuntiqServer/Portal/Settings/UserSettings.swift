import Hummingbird
import NuntiqCore
import NuntiqModel

/// - `GET /settings/users`, `GET /settings/users/new`, `POST /settings/users`: who may sign in; makes one by mail
/// - `GET /settings/users/{id}`, `POST /settings/users/{id}`: one user; name, role and groups
/// - `POST /settings/users/{id}/…`: link, sessions, deactivate, activate
struct UserSettings: Sendable {
    let portal: Portal
    let app: App

    var routes: [Route] {
        let path = SettingsTab.users.path
        return [
            .portal(path, of: portal, least: .admin, summary: "Users.", use: list),
            .portal("\(path)/new", of: portal, least: .admin, summary: "A new user.", use: draft),
            form(path, "Make a user.", create),
            .portal("\(path)/{id}", of: portal, least: .admin, summary: "A user.", use: show),
            form("\(path)/{id}", "Change a user.", change),
            form("\(path)/{id}/link", "Send a link.", link),
            form("\(path)/{id}/sessions", "End the sessions.", endSessions),
            form("\(path)/{id}/deactivate", "Deactivate.", deactivate),
            form("\(path)/{id}/activate", "Activate.", activate),
        ]
    }

    private func form(
        _ path: String, _ summary: String,
        _ handle: @escaping @Sendable (Form, PortalContext) async throws -> Response
    ) -> Route {
        .portalForm(path, of: portal, least: .admin, summary: summary, use: handle)
    }

    func list(_ request: Request, _ context: PortalContext) async throws -> Response {
        context.show(try await page(context))
    }

    func draft(_ request: Request, _ context: PortalContext) async throws -> Response {
        var page = try await page(context)
        page.editor = UserEditor(new: try await groups(context))
        return context.show(page)
    }

    func create(_ form: Form, _ context: PortalContext) async throws -> Response {
        var editor = UserEditor(new: try await groups(context))
        editor.take(form)
        do {
            let made = try await app.users.create(editor.wanted, in: context.tenant.id, by: context.actor)
            return context.go(to: path(made.user.id), telling: .invited)
        } catch let error as UserError {
            return try await refused(error, editor, context)
        }
    }

    func show(_ request: Request, _ context: PortalContext) async throws -> Response {
        var page = try await page(context, at: context.id("id"))
        page.editor = try await editor(context)
        return context.show(page)
    }

    func change(_ form: Form, _ context: PortalContext) async throws -> Response {
        var editor = try await editor(context)
        editor.take(form)
        let wanted = editor.wanted
        let (checked, faults) = wanted.checked()
        do {
            guard faults.isEmpty else { throw UserError.invalid(faults) }
            let id = try context.id("id")
            _ = try await app.users.change(id, in: context.tenant.id, by: context.actor) { user in
                (user.firstName, user.lastName, user.email) = (checked.firstName, checked.lastName, checked.email)
                (user.ownRole, user.groups) = (checked.role, checked.groups)
            }
            return context.go(to: path(id), telling: .saved)
        } catch let error as UserError {
            return try await refused(error, editor, context)
        }
    }

    func link(_ form: Form, _ context: PortalContext) async throws -> Response {
        try await app.users.invite(context.id("id"), in: context.tenant.id, by: context.actor)
        return context.go(to: path(try context.id("id")), telling: .linked)
    }

    func endSessions(_ form: Form, _ context: PortalContext) async throws -> Response {
        _ = try await app.users.find(String(context.id("id")), in: context.tenant.id)
        try await app.sessions.endAll(of: context.id("id"), in: context.tenant.id, by: context.actor)
        return context.go(to: path(try context.id("id")), telling: .ended)
    }

    func deactivate(_ form: Form, _ context: PortalContext) async throws -> Response {
        do {
            _ = try await app.users.deactivate(context.id("id"), in: context.tenant.id, by: context.actor)
            return context.go(to: path(try context.id("id")), telling: .deactivated)
        } catch let error as UserError {
            return try await refused(error, editor(context), context)
        }
    }

    func activate(_ form: Form, _ context: PortalContext) async throws -> Response {
        let id = try context.id("id")
        _ = try await app.users.change(id, in: context.tenant.id, by: context.actor) { user in
            (user.isActive, user.activeTo) = (true, nil)
        }
        return context.go(to: path(id), telling: .activated)
    }
}

extension UserSettings {
    private func path(_ id: Int64) -> String { "\(SettingsTab.users.path)/\(id)" }

    private func page(_ context: PortalContext, at id: Int64? = nil) async throws -> UsersPage {
        let limit = 100
        let users = try await app.users.list(
            context.tenant.id, after: String(context.query("after").prefix(254)), limit: limit + 1)
        return UsersPage(context, users, limit: limit, at: id)
    }

    private func editor(_ context: PortalContext) async throws -> UserEditor {
        let user = try await app.users.find(String(context.id("id")), in: context.tenant.id)
        return UserEditor(
            user, context, groups: try await groups(context), sessions: try await app.sessions.list(of: user).count)
    }

    private func groups(_ context: PortalContext) async throws -> [UserGroup] {
        try await app.groups.list(context.tenant.id).map(\.group)
    }

    private func refused(_ error: UserError, _ editor: UserEditor, _ context: PortalContext) async throws -> Response {
        var page = try await page(context, at: Int64(context.parameters["id"]))
        var editor = editor
        editor.faults = FormFaults(error, names: ["email", "first_name", "last_name", "groups", "role"])
        page.editor = editor
        return context.show(page, status: ErrorStatus.of(error.code))
    }
}
