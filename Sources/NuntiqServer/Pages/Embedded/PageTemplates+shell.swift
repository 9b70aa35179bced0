// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/shell.mustache by Scripts/embed-assets; change that file, not this one.
    static let shell = #"""
        {{! shell: frame, shell; blocks title, scripts, main }}
        {{<page}}
        {{$title}}{{shell.title}} · {{shell.tenant}}{{/title}}
        {{$scripts}}<script src="{{frame.script.portal}}" defer></script>{{$more}}{{/more}}{{/scripts}}
        {{$body}}
        <div class="app">
        <aside class="side" aria-label="{{shell.tenant}}">
          <div class="brand"><a class="plain" href="{{shell.home}}">{{> logo}}{{> wordmark}}</a><span class="tenant cut" title="{{shell.tenant}}">{{shell.tenant}}</span></div>
          {{> portal/places}}
          {{> portal/foot}}
        </aside>
        <header class="top">
          <a class="plain" href="{{shell.home}}">{{> wordmark}}</a><span class="tenant cut muted">{{shell.tenant}}</span><span class="push"></span>
          <details class="menu"><summary class="button quiet icon" aria-label="Menu"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#menu"/></svg></summary>
          <div class="menu-sheet">{{> portal/places}}{{> portal/foot}}</div></details>
        </header>
        <main class="main" id="main">
        {{#shell.enteredReason}}{{> portal/entered}}{{/shell.enteredReason}}
        {{$main}}{{/main}}
        </main>
        </div>
        {{#shell.told}}<div class="toast floating" role="status"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#check"/></svg><span>{{shell.told}}</span><button class="button quiet icon" type="button" data-close aria-label="Close"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#x"/></svg></button></div>{{/shell.told}}
        {{> portal/keys}}
        {{/body}}
        {{/page}}

        """#
}
