internal import Glibc
internal import NuntiqModel

extension BlobFolder {
    /// At most `limit` files after `cursor` (`tenant/ab/cd…`), part by part in the order of the names.
    func list(_ shelf: BlobShelf, after cursor: String?, limit: Int) throws -> [BlobEntry] {
        var found: [BlobEntry] = []
        let parts = cursor?.split(separator: "/").map(String.init) ?? []
        let last = parts.count == 3 ? parts : ["", "", ""]
        let base = path(shelf)
        for tenant in try names(in: base) where tenant >= last[0] && Int64(tenant) != nil {
            for prefix in try names(in: "\(base)/\(tenant)") where [tenant, prefix].isAtLeast(last[0...1]) {
                for rest in try names(in: "\(base)/\(tenant)/\(prefix)") {
                    let name = [tenant, prefix, rest]
                    guard name != last, name.isAtLeast(last[...]) else { continue }
                    if let entry = try entry(name, in: base) { found.append(entry) }
                    if found.count == limit { return found }
                }
            }
        }
        return found
    }

    func removeUnfinished(olderThan age: Duration) throws {
        let oldest = environment.now(nil) - age
        for name in try names(in: temporaryFolder) {
            let begun = name.split(separator: "-").first.flatMap { Int64($0) }
            guard Instant(microseconds: begun ?? .min) < oldest else { continue }
            _ = try SystemCall.ifFound { unlink("\(temporaryFolder)/\(name)") }
        }
    }

    private func entry(_ name: [String], in base: String) throws -> BlobEntry? {
        guard let tenant = Int64(name[0]), let hash = BlobHash(hex: name[1] + name[2]) else { return nil }
        let cursor = name.joined(separator: "/")
        guard let status = try fileStatus("\(base)/\(cursor)") else { return nil }
        return BlobEntry(
            tenant: TenantID(rawValue: tenant), hash: hash, size: Int64(status.st_size), age: age(of: status),
            cursor: cursor)
    }

    private func age(of status: stat) -> Duration {
        let put = Int64(status.st_mtim.tv_sec) * 1_000_000 + Int64(status.st_mtim.tv_nsec) / 1_000
        return environment.now(nil) - Instant(microseconds: put)
    }

    /// The sorted names in a folder, none when it is missing.
    private func names(in folder: String) throws -> [String] {
        guard let stream = opendir(folder) else {
            if errno == ENOENT || errno == ENOTDIR { return [] }
            throw BlobError.unavailable(reason: "\(folder): \(String(cString: strerror(errno)))")
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }
}

extension [String] {
    /// Whether this name does not come before `other`, part by part.
    fileprivate func isAtLeast(_ other: ArraySlice<String>) -> Bool {
        !lexicographicallyPrecedes(other)
    }
}
