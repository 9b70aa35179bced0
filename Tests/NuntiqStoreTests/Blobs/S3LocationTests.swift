import Testing

@testable import NuntiqStore

struct S3LocationTests {
    private let variables = ["AWS_ACCESS_KEY_ID": "id", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_REGION": "eu-west-1"]

    @Test func `everything can stand in the URL`() throws {
        let url = "s3://me:pass@invoices/in/prod/?endpoint=http://127.0.0.1:9000&region=local"
        let location = try S3Location(url: url, variables: [:])
        #expect(location.bucket == "invoices")
        #expect(location.prefix == "in/prod/")
        #expect(location.scheme == "http")
        #expect(location.authority == "127.0.0.1:9000")
        #expect(location.region == "local")
        #expect(location.credentials == S3Credentials(keyID: "me", secret: "pass"))
    }

    @Test func `what is missing comes from the variables that every S3 client reads`() throws {
        let location = try S3Location(url: "s3://invoices", variables: variables)
        #expect(location.prefix == "")
        #expect(location.scheme == "https")
        #expect(location.authority == "s3.eu-west-1.amazonaws.com")
        #expect(location.credentials == S3Credentials(keyID: "id", secret: "secret"))
    }

    @Test(arguments: [
        ("http://invoices", "must look like s3://"), ("s3:///prefix", "must look like s3://"),
        ("s3://b?endpoint=minio:9000", "endpoint in the blob URL"), ("s3://b?regoin=x", "not regoin"),
    ])
    func `a wrong URL says what is wrong`(url: String, words: String) throws {
        #expect { try S3Location(url: url, variables: variables) } throws: { error in
            guard case BlobError.misconfigured(let text) = error else { return false }
            return text.contains(words)
        }
    }

    @Test func `without credentials it says which variables to set`() throws {
        #expect(
            throws: BlobError.misconfigured("Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY for the bucket.")
        ) { try S3Location(url: "s3://invoices", variables: [:]) }
    }
}
