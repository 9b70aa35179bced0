// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/settings/fields.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalSettingsFields = #"""
        {{! portal/settings/fields: header, lines of a template }}
        <div class="x-scroll" tabindex="0" role="region" aria-label="Fields of the invoice"><table class="grid tight"><thead><tr><th>Invoice field</th><th>Name in the API</th><th>Takes</th><th><span class="sr">Mandatory</span></th></tr></thead><tbody>
        {{#header}}<tr><td class="strong">{{label}}</td><td class="mono soft">{{key}}</td><td class="soft">{{type}}</td><td>{{#isMandatory}}<span class="tag">mandatory</span>{{/isMandatory}}</td></tr>{{/header}}
        </tbody></table></div>
        <div class="x-scroll" tabindex="0" role="region" aria-label="Fields of a line"><table class="grid tight"><thead><tr><th>Line field</th><th>Name in the API</th><th>Takes</th><th><span class="sr">Mandatory</span></th></tr></thead><tbody>
        {{#lines}}<tr><td class="strong">{{label}}</td><td class="mono soft">{{key}}</td><td class="soft">{{type}}</td><td>{{#isMandatory}}<span class="tag">mandatory</span>{{/isMandatory}}</td></tr>{{/lines}}
        </tbody></table></div>

        """#
}
