// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/dev/keys.mustache by Scripts/embed-assets; change that file, not this one.
    static let devKeys = #"""
        {{! dev/keys: theme }}
        <section><h2>Keys</h2><div class="demo"><span class="keys"><span><kbd>J</kbd><kbd>K</kbd> move</span><span><kbd>Enter</kbd> open</span><span><kbd>X</kbd> select</span><span><kbd>Ctrl</kbd><kbd>Enter</kbd> save and next</span><span><kbd>?</kbd> all keys</span></span></div>
        </section>

        """#
}
