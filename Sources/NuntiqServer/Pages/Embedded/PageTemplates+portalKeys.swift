// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/keys.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalKeys = #"""
        {{! portal/keys: shell.keys, shell.allKeys }}
        <dialog class="dialog" id="keys" aria-labelledby="keys-title">
          <h2 class="big" id="keys-title">Keys</h2>
          <ul class="key-list">
          {{#shell.keys}}<li><span class="row">{{#keys}}<kbd>{{.}}</kbd>{{/keys}}</span><span>{{words}}</span></li>{{/shell.keys}}
          {{#shell.allKeys}}<li><span class="row">{{#keys}}<kbd>{{.}}</kbd>{{/keys}}</span><span>{{words}}</span></li>{{/shell.allKeys}}
          </ul>
          <form method="dialog" class="foot"><label class="check"><input type="checkbox" id="keys-off"> Single-letter keys off</label><button class="button push">Close</button></form>
        </dialog>

        """#
}
