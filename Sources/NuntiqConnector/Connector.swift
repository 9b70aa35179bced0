public import NuntiqModel

/// What a run of a connector leaves to read: members of the caller's choice.
public typealias JobResult = JSONObject

/// A small program that pulls data into Nuntiq or takes invoices out of it.
///
/// ```swift
/// struct PushInvoices: Connector {
///     static let summary = "Posts ready invoices in the ERP."
///
///     func run(_ context: JobContext) async throws -> JobResult {
///         let load = InvoiceLoad(context)
///         for lease in try await load.claim() { … }
///         return ["posted": 3]
///     }
/// }
/// ```
public protocol Connector: Sendable {
    /// One line that says what it does, shown in menus.
    static var summary: String { get }

    /// A fresh connector for one run.
    init()

    /// Does the work once; what it throws is the run's failure.
    func run(_ context: JobContext) async throws -> JobResult
}
