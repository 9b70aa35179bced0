// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/dev/secret-once.mustache by Scripts/embed-assets; change that file, not this one.
    static let devSecretOnce = #"""
        {{! dev/secret-once: theme }}
        <section><h2>Secret, once</h2><div class="letter-part"><div class="secret"><p class="label">API key</p><div class="value"><code>sk_EXAMPLE9fK4tR8vB1nW5cY3hJ6</code><button type="button" class="button"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#copy"/></svg>Copy</button>
        </div>
        </div>
        </div>
        </section>

        """#
}
