// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/invoice-question.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalInvoiceQuestion = #"""
        {{! portal/invoice-question: frame; title, words, action, version, verb, style, needsNumber, reason, number, faults, conflict, back }}
        <dialog class="dialog" open data-question aria-labelledby="question-title"><form method="post" action="{{action}}">{{> csrf}}<input type="hidden" name="version" value="{{version}}">
        <h2 class="big" id="question-title">{{title}}</h2><p class="soft">{{words}}</p>
        {{#conflict}}<div class="note warn" role="alert"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#warn"/></svg><p>{{.}}</p></div>{{/conflict}}
        {{#needsNumber}}<div class="field"><label for="number">Number in the ERP</label><input class="input" id="number" name="number" value="{{number}}" maxlength="255" required{{#numberFault}} aria-invalid="true" aria-describedby="number-fault"{{/numberFault}}>{{#numberFault}}<p class="error" id="number-fault"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#warn"/></svg>{{.}}</p>{{/numberFault}}</div>{{/needsNumber}}
        <div class="field"><label for="reason">Reason</label><textarea class="input" id="reason" name="reason" rows="3" maxlength="4000" required{{#reasonFault}} aria-invalid="true" aria-describedby="reason-fault"{{/reasonFault}}>{{reason}}</textarea>{{#reasonFault}}<p class="error" id="reason-fault"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#warn"/></svg>{{.}}</p>{{/reasonFault}}</div>
        <div class="foot"><a class="button" href="{{back}}" data-harmless>Leave it</a><button class="button {{style}}">{{verb}}</button></div></form></dialog>

        """#
}
