import Dispatch

/// How long something stands still: the length is the fault itself, nothing is waited for.
enum Standstill {
    /// Lets that time pass.
    static func last(_ length: Duration) async {
        await withCheckedContinuation { done in
            let end = DispatchTime.now() + .milliseconds(Int(length.milliseconds))
            DispatchQueue.global().asyncAfter(deadline: end) { done.resume() }
        }
    }
}
