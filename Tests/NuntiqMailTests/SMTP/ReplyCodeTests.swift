import NuntiqMail
import Testing

struct ReplyCodeTests {
    @Test(arguments: [(250, ReplyCode.Meaning.positive), (354, .positive), (421, .temporary), (550, .permanent)])
    func `the first digit decides`(number: Int, meaning: ReplyCode.Meaning) {
        #expect(ReplyCode(number)?.meaning == meaning)
    }

    @Test(arguments: [-1, 0, 199, 600]) func `what no server may answer is no reply`(number: Int) {
        #expect(ReplyCode(number) == nil)
    }
}
