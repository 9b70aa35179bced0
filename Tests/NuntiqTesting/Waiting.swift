public import Dispatch

/// Waits for a semaphore on a thread that may block.
public func waiting(for semaphore: DispatchSemaphore) async {
    await withCheckedContinuation { done in
        DispatchQueue.global().async {
            semaphore.wait()
            done.resume()
        }
    }
}
