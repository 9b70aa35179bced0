/// The candidate that is fewest keystrokes away from `name`; `nil` when none is near enough to be meant.
public func nearest(to name: String, among candidates: [String]) -> String? {
    let scored = candidates.map { (candidate: $0, distance: keystrokes(from: Array(name), to: Array($0))) }
    guard let best = scored.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance <= max(2, name.count / 3) ? best.candidate : nil
}

/// How many letters must be inserted, removed or replaced (Levenshtein).
func keystrokes(from start: [Character], to end: [Character]) -> Int {
    var row = Array(0...end.count)
    for (i, letter) in start.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, other) in end.enumerated() {
            let replaced = diagonal + (letter == other ? 0 : 1)
            diagonal = row[j + 1]
            row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
        }
    }
    return row[end.count]
}
