import HTTPTypes

/// All routes as a tree of path segments: one walk finds the route, or that there is none, or which methods there are.
///
/// A literal segment wins over a `{name}`; there is no way back from it, so a route is found in one pass.
struct RouteTable: Sendable {
    /// What a path leads to.
    enum Finding: Sendable {
        case route(Route, PathParameters)
        case otherMethods(allowed: [HTTPRequest.Method])
        case nothing
    }

    private struct Node: Sendable {
        var literals: [Substring: Int] = [:]
        var parameter: (name: String, node: Int)?
        var routes: [Route] = []
    }

    private var nodes: [Node] = [Node()]

    /// Builds the tree; two routes with the same method and path are a defect.
    init(_ routes: [Route], apiRoot: String) {
        for route in routes {
            add(route, at: route.isAbsolute ? route.path : apiRoot + route.path)
        }
    }

    /// Finds what answers `method` at `path` (without the query).
    func find(_ method: HTTPRequest.Method, _ path: Substring) -> Finding {
        var parameters = PathParameters()
        guard let node = walk(path, into: &parameters), !nodes[node].routes.isEmpty else { return .nothing }
        let routes = nodes[node].routes
        let wanted = method == .head ? .get : method
        if let route = routes.first(where: { $0.method == wanted }) { return .route(route, parameters) }
        return .otherMethods(allowed: allowed(routes))
    }

    private func walk(_ path: Substring, into parameters: inout PathParameters) -> Int? {
        var node = 0
        for segment in path.split(separator: "/", omittingEmptySubsequences: true) {
            if let next = nodes[node].literals[segment] {
                node = next
            } else if let parameter = nodes[node].parameter {
                parameters.set(parameter.name, segment)
                node = parameter.node
            } else {
                return nil
            }
        }
        return node
    }

    private func allowed(_ routes: [Route]) -> [HTTPRequest.Method] {
        routes.flatMap { $0.method == .get ? [.get, .head] : [$0.method] } + [.options]
    }

    private mutating func add(_ route: Route, at path: String) {
        var node = 0
        for segment in path.split(separator: "/") {
            node = child(of: node, segment)
        }
        precondition(
            !nodes[node].routes.contains { $0.method == route.method }, "two routes at \(route.method) \(path)")
        nodes[node].routes.append(route)
    }

    private mutating func child(of node: Int, _ segment: Substring) -> Int {
        guard segment.first == "{" else {
            if let known = nodes[node].literals[segment] { return known }
            nodes.append(Node())
            nodes[node].literals[segment] = nodes.count - 1
            return nodes.count - 1
        }
        let name = String(segment.dropFirst().dropLast())
        if let known = nodes[node].parameter {
            precondition(known.name == name, "{\(known.name)} and {\(name)} at the same place of a path")
            return known.node
        }
        nodes.append(Node())
        nodes[node].parameter = (name, nodes.count - 1)
        return nodes.count - 1
    }
}
