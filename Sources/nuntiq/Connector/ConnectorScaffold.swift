import Foundation
import NuntiqModel

/// The files of a new project.
struct ConnectorScaffold {
    /// The name of its folder.
    let name: String
    /// The key of its connector: the name as both languages take it.
    let entrypoint: String
    private let template: ConnectorTemplate
    private let language: ConnectorLanguage
    private let nuntiq: String

    /// Takes letters, digits, `-` and `_`; a project in Swift also the place of Nuntiq's package.
    init(
        name: String, template: ConnectorTemplate, language: ConnectorLanguage, nuntiq: String?
    ) throws(ConnectorToolError) {
        guard name.wholeMatch(of: /[A-Za-z][A-Za-z0-9_-]{0,59}/) != nil else { throw .nameInvalid(name) }
        self.name = name
        guard language == .python || nuntiq?.contains(/^[^"\\\x00-\x1f]+$/) == true else { throw .packageMissing }
        self.template = template
        self.language = language
        self.nuntiq = nuntiq ?? ""
        entrypoint = name.replacing("-", with: "_")
    }

    /// Writes them into a new folder and returns its path; a folder that is there is left alone.
    func write(below parent: String) throws -> String {
        let folder = URL(fileURLWithPath: parent).appending(path: name)
        guard !FileManager.default.fileExists(atPath: folder.path) else {
            throw ConnectorToolError.folderExists(folder.path)
        }
        for (path, text) in files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return folder.path
    }

    private var files: [String: String] {
        switch language {
        case .python: pythonFiles
        case .swift:
            SwiftProjectFiles(name: name, entrypoint: entrypoint, template: template, nuntiq: nuntiq).all
        }
    }

    private var pythonFiles: [String: String] {
        var files = ConnectorFiles.all
        let sample = files["connectors/\(template.sample).py"] ?? ""
        files["connectors/\(entrypoint).py"] = sample
        files["tests/test_\(entrypoint).py"] = test
        files["tests/__init__.py"] = ""
        files["settings.json"] = files["settings.example.json"]
        files[".gitignore"] = "settings.json\ntemp_work/\n__pycache__/\n"
        for (path, text) in ConnectorFiles.all where path.hasPrefix("fixtures/") {
            files["fixtures/_seed/" + path.dropFirst("fixtures/".count)] = text
        }
        return files
    }

    private var test: String {
        """
        import unittest
        from pathlib import Path

        import nuntiq
        from lib.runner import load_connector

        PROJECT = Path(__file__).resolve().parents[1]
        KEY = "\(entrypoint)"


        class Connector(unittest.TestCase):
            def test_it_can_be_loaded_and_says_what_it_does(self):
                self.assertTrue(callable(load_connector(PROJECT / "connectors" / f"{KEY}.py", str(PROJECT))))
                self.assertTrue(dict(nuntiq.connectors(PROJECT))[KEY])


        if __name__ == "__main__":
            unittest.main()

        """
    }
}

/// Why a project cannot be made or run.
enum ConnectorToolError: UserFacingError, Hashable {
    case nameInvalid(String)
    case folderExists(String)
    case noProject(String)
    case unknownEntrypoint(String, known: [String])
    case keyMissing
    case settingsInvalid(String)
    case programMissing(String)
    case seedFailed
    case toolkitMissing(String)
    case packageMissing
    case buildFailed
    case pythonOnly

    var code: String {
        switch self {
        case .nameInvalid: "connector_name_invalid"
        case .folderExists: "folder_exists"
        case .noProject: "no_connector_project"
        case .unknownEntrypoint: "entrypoint_unknown"
        case .keyMissing: "api_key_missing"
        case .settingsInvalid: "settings_invalid"
        case .programMissing(let program): program == "swift" ? "swift_missing" : "python_missing"
        case .seedFailed: "fixtures_invalid"
        case .toolkitMissing: "toolkit_missing"
        case .packageMissing: "nuntiq_package_missing"
        case .buildFailed: "build_failed"
        case .pythonOnly: "python_only"
        }
    }

    var message: String {
        switch self {
        case .nameInvalid(let name): "\(name) cannot be the name of a connector."
        case .folderExists(let folder): "There is a \(folder) already."
        case .noProject(let folder): "\(folder) holds no connector project."
        case .unknownEntrypoint(let key, let known):
            "There is no connectors/\(key).py; there are: \(known.joined(separator: ", "))."
        case .keyMissing: "A key is needed to run against a server."
        case .settingsInvalid(let path): "\(path) is no JSON object."
        case .programMissing(let program): "\(program) cannot be started."
        case .seedFailed: "The fixtures could not be taken in."
        case .toolkitMissing(let folder): "\(folder) has no folder toolkit."
        case .packageMissing: "A project in Swift needs the package of Nuntiq."
        case .buildFailed: "The project was not built."
        case .pythonOnly: "A project in Swift is not recorded, replayed or run dry."
        }
    }

    var hint: String {
        switch self {
        case .nameInvalid: "Begin with a letter; letters, digits, - and _ are possible, 60 at most."
        case .folderExists: "Choose another name, or remove it."
        case .noProject: "Go to the folder that holds connectors/ and main.py, or begin one with nuntiq connector new."
        case .unknownEntrypoint: "The key is the file's name without .py."
        case .keyMissing: "Set NUNTIQ_API_KEY to an API user's key."
        case .settingsInvalid: "Compare it with settings.example.json."
        case .programMissing(let program):
            program == "swift" ? "Install Swift 6.3 or newer." : "Install Python 3.9 or newer."
        case .packageMissing: "Give --nuntiq with its folder, or with its address of git."
        case .pythonOnly: "Leave --record, --replay and --dry-run away."
        case .buildFailed: "What is above says why; swift build says it again."
        case .seedFailed: "What is above says which file is wrong; python3 nuntiq.py and r put the fixtures back."
        case .toolkitMissing: "Make a project with nuntiq connector new, and copy its toolkit/ and lib/."
        }
    }
}
