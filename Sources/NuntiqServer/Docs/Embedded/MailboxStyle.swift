/// What the mailbox of a developer looks like.
///
/// Made from Assets/mailbox.css by Scripts/embed-assets; change that file, not this one.
enum MailboxStyle {
    static let css = #"""
        /* The mailbox of a developer's machine; the house's style sheet stands before it. */
        .mailbox main { max-width: 1000px; margin: 0 auto; padding: var(--s6, 24px) var(--s4, 16px) 64px; }
        .mailbox h1 { font-size: 1.25rem; line-height: 1.75rem; margin: 12px 0; overflow-wrap: anywhere; }
        .mailbox h2 { font-size: .875rem; line-height: 1.25rem; margin: 24px 0 8px; color: var(--ink-2); }
        .mailbox table { width: 100%; border-collapse: collapse; font-size: .8125rem; line-height: 1.25rem; }
        .mailbox th { text-align: left; font-weight: 500; color: var(--ink-3); vertical-align: top; }
        .mailbox th, .mailbox td { padding: 8px 12px 8px 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
        .mailbox iframe { width: 100%; height: 680px; border: 1px solid var(--line); border-radius: 5px; background: #fff; }
        .mailbox pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: 16px; margin: 0; background: var(--sunk);
          border-radius: 5px; font: 400 .8125rem/1.25rem ui-monospace, Menlo, Consolas, monospace; }
        @media (max-width: 700px) {
          .mailbox .mails th:nth-child(n+3), .mailbox .mails td:nth-child(n+3) { display: none; }
        }

        """#
}
