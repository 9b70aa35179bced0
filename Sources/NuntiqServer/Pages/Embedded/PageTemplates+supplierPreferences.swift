// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/supplier/preferences.mustache by Scripts/embed-assets; change that file, not this one.
    static let supplierPreferences = #"""
        {{! preferences: frame, letter, email, account, switches (name, title, text, isOn), status, isSilent }}
        {{<letter}}
        {{$heading}}Email preferences{{/heading}}
        {{$main}}
        <span></span>
        <div class="body">
          <h1>Email preferences</h1>
          <p class="lead">What {{letter.name}}’s invoice system mails to <span class="strong addr">{{email}}</span> about {{account}}. Other addresses of the account keep their own choice.</p>
          <form method="post" action="/supplier-access/email-preferences" data-preferences>
            {{> csrf}}
            {{#switches}}
            <div class="pref"><label for="{{name}}">{{title}}</label><input class="switch" role="switch" type="checkbox" id="{{name}}" name="{{name}}"{{#isOn}} checked{{/isOn}} aria-describedby="{{name}}-d"><p id="{{name}}-d">{{text}}</p></div>
            {{/switches}}
            <div class="actions" data-without-script><button class="button primary large">Save</button></div>
            <p class="hint row" role="status" id="saved">{{#status}}<span class="good"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#check"/></svg></span><span>{{status}}</span>{{/status}}</p>
          </form>
          <div id="silent" class="{{#isSilent}}note warn{{/isSilent}}{{^isSilent}}aside-note{{/isSilent}}">{{#isSilent}}<svg class="i" aria-hidden="true"><use href="{{frame.icons}}#warn"/></svg>{{/isSilent}}<p>If all four key mails are off, the only sign of an expired key is the error <span class="mono">key_expired</span> in the answer to your next call.</p></div>
        </div>
        {{/main}}
        {{/letter}}

        """#
}
