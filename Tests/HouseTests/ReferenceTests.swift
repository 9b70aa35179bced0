import NuntiqTesting
import Testing

/// The references of the SDKs in docs/ are made from the sources, which say something of all that is public.
struct ReferenceTests {
    @Test func `the references of both SDKs are what their sources say`() async throws {
        try await withTemporaryFolder { folder in
            let result = try await Shell(workingFolder: SourceTree.root, outputFolder: folder).run(
                "'\(PythonTool.path(of: "python"))' Scripts/sdk-reference --check")
            #expect(result.status == 0, "\(result.output)\(result.errors)")
        }
    }
}
