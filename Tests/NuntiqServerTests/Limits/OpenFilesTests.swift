import Testing

@testable import NuntiqServer

@Suite
struct OpenFilesTests {
    @Test(arguments: [(20, 16), (160, 120), (1_024, 768), (4_096, 3_840), (1_048_576, 1_048_320)])
    func `connections leave a reserve`(limit: Int, connections: Int) {
        #expect(OpenFiles.connections(of: limit) == connections)
    }
}
