import Foundation

/// How much is tried of what could go on for hours.
public enum TestLength {
    /// Whether everything is tried, as `make test LONG=1` wants, and not a part that is soon done.
    public static let isLong = ProcessInfo.processInfo.environment["NUNTIQ_LONG_TESTS"] != nil
}
