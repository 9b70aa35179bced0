// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/admin/work.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalAdminWork = #"""
        {{! portal/admin/work: frame, shell, tabs, kinds, items, isIdle, hasItems }}
        {{<shell}}
        {{$main}}
        <header class="head"><h1>Admin</h1></header>
        {{> portal/tabs}}
        <div class="room">
          {{#hasItems}}
          <h2>Stopped, waits for a person</h2>
          <div class="x-scroll" tabindex="0" role="region" aria-label="Stopped items"><table class="grid by-top"><thead><tr><th>Kind</th><th>Tenant</th><th>What went wrong</th><th class="r">Tries</th><th>Since</th><th><span class="sr">Again</span></th></tr></thead><tbody>
          {{#items}}<tr><td class="strong">{{kind}}</td><td>{{tenant}}</td><td class="bad">{{error}}</td><td class="r num">{{attempts}}</td><td class="soft">{{#since}}{{> portal/time}}{{/since}}</td><td class="r"><form method="post" action="/admin/work/retry">{{> csrf}}<input type="hidden" name="id" value="{{id}}"><input type="hidden" name="tenant" value="{{tenantID}}"><button class="button">Retry</button></form></td></tr>{{/items}}
          </tbody></table></div>
          {{/hasItems}}
          <h2>Waiting, by kind</h2>
          {{#isIdle}}<p class="soft">Nothing waits.</p>{{/isIdle}}
          {{^isIdle}}<div class="x-scroll" tabindex="0" role="region" aria-label="Waiting work"><table class="grid"><thead><tr><th>Kind</th><th class="r">Due</th><th class="r">Later or running</th><th class="r">Stopped</th><th>Oldest</th></tr></thead><tbody>
          {{#kinds}}<tr><td class="strong">{{name}}</td><td class="r num">{{due}}</td><td class="r num">{{later}}</td><td class="r num{{#isStopped}} bad strong{{/isStopped}}">{{parked}}</td><td class="soft">{{oldest}}</td></tr>{{/kinds}}
          </tbody></table></div>{{/isIdle}}
        </div>
        {{/main}}
        {{/shell}}

        """#
}
