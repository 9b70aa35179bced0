// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/foot.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalFoot = #"""
        {{! portal/foot: shell }}
        <div class="foot">
          <a class="plain row" href="/account" title="{{shell.userName}}, {{shell.roleWord}}"><span class="who" aria-hidden="true">{{shell.initials}}</span><span class="cut">{{shell.userName}}<br>{{shell.roleWord}}</span></a>
          <form class="push" method="post" action="/theme">{{> csrf}}<input type="hidden" name="return" value="{{shell.path}}"><button class="button quiet icon" name="theme" value="{{shell.themeNext}}" aria-label="{{shell.themeWords}}" title="{{shell.themeWords}}"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#{{shell.themeIcon}}"/></svg></button></form>
          <form method="post" action="/sign-out">{{> csrf}}<button class="button quiet icon" aria-label="Sign out" title="Sign out"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#out"/></svg></button></form>
        </div>

        """#
}
