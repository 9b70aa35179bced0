internal import Crypto
public import Foundation
internal import NIOCore
public import NuntiqModel

extension BlobStore {
    /// What is wrong with a file, in a few words, or `nil`.
    ///
    /// `isDeep` reads every byte and compares the hash; else only the length is looked up.
    public func fault(of file: BlobReference, _ tenant: TenantID, isDeep: Bool) async throws -> String? {
        guard let size = try await size(tenant, file.hash) else { return "is missing" }
        guard size == file.size else { return "has \(size) bytes instead of \(file.size)" }
        guard isDeep else { return nil }
        var hash = SHA256()
        do {
            for try await chunk in try await open(tenant, file.hash, range: nil) {
                chunk.withUnsafeReadableBytes { hash.update(bufferPointer: $0) }
            }
        } catch BlobError.missing {
            return "is missing"
        }
        return Array(hash.finalize()) == file.hash.bytes ? nil : "has other content"
    }
}

extension BlobStore {
    /// The bytes of a file, chunk by chunk.
    /// - Throws: ``BlobError/missing(_:)``, ``BlobError/unavailable(reason:)``.
    public func chunks(_ tenant: TenantID, _ hash: BlobHash) async throws -> some AsyncSequence<Data, any Error> {
        try await open(tenant, hash, range: nil).map { chunk in chunk.withUnsafeReadableBytes { Data($0) } }
    }
}
