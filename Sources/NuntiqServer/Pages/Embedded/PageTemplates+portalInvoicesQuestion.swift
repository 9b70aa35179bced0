// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/invoices-question.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalInvoicesQuestion = #"""
        {{! portal/invoices-question: frame; title, words, sums, action, tokens, needsReason, reason, fault, verb, style, harmless, back }}
        <dialog class="dialog" open data-question aria-labelledby="question-title"><form method="post" action="/invoices">{{> csrf}}<input type="hidden" name="return" value="{{back}}"><input type="hidden" name="action" value="{{action}}"><input type="hidden" name="sure" value="yes">{{#tokens}}<input type="hidden" name="token" value="{{.}}">{{/tokens}}
        <h2 class="big" id="question-title">{{title}}</h2><p class="soft">{{words}}</p><p class="num strong">{{sums}}</p>
        {{#needsReason}}<div class="field"><label for="reason">Reason</label><textarea class="input" id="reason" name="reason" rows="3" maxlength="4000"{{#fault}} aria-invalid="true" aria-describedby="reason-fault"{{/fault}}>{{reason}}</textarea>{{#fault}}<p class="error" id="reason-fault"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#warn"/></svg>{{fault}}</p>{{/fault}}</div>{{/needsReason}}
        <div class="foot"><a class="button" href="{{back}}" data-harmless>{{harmless}}</a><button class="button {{style}}">{{verb}}</button></div></form></dialog>

        """#
}
