internal import NuntiqModel

/// What parsing a submission brings to light beside the values: all faults, warnings, and keys that are no fields.
struct ParsingReport {
    private(set) var faults: [FieldFault] = []
    private(set) var warnings: [SubmissionWarning] = []
    private(set) var unknown: [JSONObject.Member] = []
    private var unnamedWarnings = 0

    /// Faults beyond this many are only counted.
    private static let faultsMax = 200
    private var unnamedFaults = 0

    /// A value cannot be taken.
    mutating func fault(_ path: JSONPath, _ message: String) {
        if faults.count < Self.faultsMax {
            faults.append(FieldFault(field: path.description, message: message))
        } else {
            unnamedFaults += 1
        }
    }

    /// A value is taken, but perhaps not as meant.
    mutating func warn(_ path: JSONPath, _ message: String, isInHeader: Bool = false) {
        if warnings.count < SubmissionLimits.warningsMax {
            warnings.append(SubmissionWarning(path.description, message, isInHeader: isInHeader))
        } else {
            unnamedWarnings += 1
        }
    }

    /// A key that is no field: kept beside the invoice.
    mutating func keep(_ path: JSONPath, _ value: JSONValue) {
        unknown.append(JSONObject.Member(key: path.description, value: value))
        warn(path, "This key is not known; it is kept with the original, but not used.")
    }

    /// All faults; the last one counts those that are not named.
    var allFaults: [FieldFault] {
        if unnamedFaults == 0 { return faults }
        return faults + [FieldFault(field: "", message: "\(unnamedFaults) more values are at fault.")]
    }

    /// All warnings; the last one counts those that are not named.
    var allWarnings: [SubmissionWarning] {
        if unnamedWarnings == 0 { return warnings }
        return warnings + [SubmissionWarning("", "\(unnamedWarnings) more keys are not known.")]
    }

    /// The kept keys by their paths.
    var unknownKeys: JSONObject {
        JSONObject(distinct: unknown)
    }
}
