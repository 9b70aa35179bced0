// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/question.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalQuestion = #"""
        {{! portal/question: title, words, action, hidden, sure, harmless, back }}
        <dialog class="dialog" open data-question aria-labelledby="question">
          <h2 class="big" id="question">{{title}}</h2>
          <p class="soft">{{words}}</p>
          <form method="post" action="{{action}}" class="foot">
            {{> csrf}}{{#hidden}}<input type="hidden" name="{{name}}" value="{{value}}">{{/hidden}}
            <a class="button" href="{{back}}" data-harmless>{{harmless}}</a><button class="button danger sure">{{sure}}</button>
          </form>
        </dialog>

        """#
}
