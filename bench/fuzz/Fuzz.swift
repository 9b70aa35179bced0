import Foundation

/// What libFuzzer calls with each input; `NUNTIQ_FUZZ` names the ``FuzzTarget``.
///
/// Built by `bench/fuzz/run` as one module with the sources that it tries. A trap or a broken promise ends the process,
/// and libFuzzer keeps the input.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let target else { preconditionFailure("NUNTIQ_FUZZ is json, base64, headers or query") }
    do throws(BrokenPromise) {
        try target.run(Array(UnsafeBufferPointer(start: start, count: count)))
    } catch {
        preconditionFailure(error.what)
    }
    return 0
}

private let target = FuzzTarget(rawValue: ProcessInfo.processInfo.environment["NUNTIQ_FUZZ"] ?? "")
