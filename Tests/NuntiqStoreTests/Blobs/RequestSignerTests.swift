import NuntiqModel
import Testing

@testable import NuntiqStore

/// The examples of "Authenticating Requests: Using the Authorization Header", Amazon S3 API Reference.
struct RequestSignerTests {
    private let signer = RequestSigner(
        credentials: S3Credentials(
            keyID: "AKIAIOSFODNN7EXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
        region: "us-east-1")
    private let time = Instant(microseconds: 1_369_353_600_000_000)  // 20130524T000000Z

    @Test func `getting a part of an object`() {
        #expect(
            signature(path: "/test.txt", headers: ["range": "bytes=0-9"])
                == "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41")
    }

    @Test func `putting an object whose key has a character to encode`() {
        let headers = ["date": "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class": "REDUCED_REDUNDANCY"]
        let hash = "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072"
        #expect(
            signature("PUT", path: "/test$file.text", headers: headers, payloadHash: hash)
                == "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd")
    }

    @Test func `a query without a value`() {
        #expect(
            signature(path: "/", query: [("lifecycle", "")])
                == "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543")
    }

    @Test func `a listing`() {
        #expect(
            signature(path: "/", query: [("prefix", "J"), ("max-keys", "2")])
                == "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7")
    }

    private func signature(
        _ method: String = "GET", path: String, query: [(name: String, value: String)] = [],
        headers: [String: String] = [:], payloadHash: String = S3Client.emptyHash
    ) -> String {
        let request = RequestSigner.Request(
            method: method, path: path, query: query,
            headers: headers.merging(["host": "examplebucket.s3.amazonaws.com"]) { $1 }, payloadHash: payloadHash)
        let authorization = signer.headers(for: request, at: time)["authorization"] ?? ""
        return String(authorization.split(separator: "Signature=").last ?? "")
    }
}
