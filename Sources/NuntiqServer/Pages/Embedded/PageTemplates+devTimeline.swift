// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/dev/timeline.mustache by Scripts/embed-assets; change that file, not this one.
    static let devTimeline = #"""
        {{! dev/timeline: theme }}
        <section><h2>Timeline</h2><div><ol class="timeline"><li><svg class="i good" aria-hidden="true"><use href="{{frame.icons}}#check"/></svg><span class="strong">Approved</span><time>19 May, 16:02</time><p>Approver, step 1 of 1</p></li>
        <li><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#pencil"/></svg><span class="strong">Purchase order changed</span><time>19 May, 15:40</time><p><s>4500-1089</s> → 4500-1098, AP clerk</p></li>
        <li><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#mail"/></svg><span class="strong">Received</span><time>19 May, 08:14</time><p>Mail to ap@acme.nuntiq-receiving.com</p></li>
        </ol></div>
        </section>

        """#
}
