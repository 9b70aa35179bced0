// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/admin/storage.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalAdminStorage = #"""
        {{! portal/admin/storage: frame, shell, tabs, database, files, bytes, writeDelay }}
        {{<shell}}
        {{$main}}
        <header class="head"><h1>Admin</h1></header>
        {{> portal/tabs}}
        <div class="room">
          <dl class="kv"><dt>Rows</dt><dd>{{database}}</dd><dt>Waiting to write</dt><dd class="num">{{writeDelay}}</dd><dt>Files</dt><dd class="num">{{files}}</dd><dt>Their size</dt><dd class="num">{{bytes}}</dd></dl>
          <p class="soft"><span class="mono">nuntiq doctor --deep</span> reads every byte; <span class="mono">nuntiq backup FILE</span> writes rows and files into one archive beside the working server.</p>
        </div>
        {{/main}}
        {{/shell}}

        """#
}
