import NuntiqModel
import NuntiqStore

/// Fresh credentials of one key and what is stored of them.
struct Credentials: Sendable {
    let key: String
    let secret: String
    let prefix: String
    let last4: String
    let hashes: CredentialHashes
    let idBytes: [UInt8]

    init(environment: RuntimeEnvironment, secrets: Secrets) {
        let apiKey = APIKey.generate(.key, random: environment.random)
        key = apiKey.text
        secret = APIKey.generate(.rotationSecret, random: environment.random).text
        prefix = apiKey.prefix
        last4 = apiKey.last4
        hashes = CredentialHashes(pepper: secrets.pepperVersion, key: secrets.hash(key), secret: secrets.hash(secret))
        idBytes = environment.random(10)
    }
}
