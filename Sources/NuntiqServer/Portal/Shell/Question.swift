/// What is asked before something that cannot be undone: a dialog over the page, which works as a page too.
struct Question: Sendable {
    /// A hidden value of the form.
    struct Hidden: Sendable {
        let name: String
        let value: String
    }

    /// The question.
    let title: String
    /// What follows.
    let words: String
    /// Where the form goes.
    let action: String
    /// The hidden values of the form.
    var hidden: [Hidden] = []
    /// The verb that does it.
    let sure: String
    /// The verb that does not.
    let harmless: String
    /// Where that leads.
    let back: String
}
