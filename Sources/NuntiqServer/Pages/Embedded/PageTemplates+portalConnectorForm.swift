// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/connector-form.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalConnectorForm = #"""
        {{! portal/connector-form: action, title, verb, programs, choices, faults }}
        <section class="room" aria-label="{{title}}">
        <div class="row"><h2 class="big">{{title}}</h2><span class="push"></span><a class="button quiet icon" href="/connectors" aria-label="Close"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#x"/></svg></a></div>
        <form method="post" action="{{action}}" class="form">
          {{> csrf}}{{> portal/whole-fault}}
          {{#isNew}}
          <div class="field whole"><label for="name">Name</label><input class="input" id="name" name="name"{{#faults.fields.name}} aria-invalid="true" aria-describedby="fault-name"{{/faults.fields.name}} maxlength="60" required value="{{name}}">{{#faults.fields.name}}{{> portal/fault}}{{/faults.fields.name}}</div>
          {{/isNew}}
          <div class="field whole"><label for="program">Connector</label><select class="select" id="program" name="program"{{#faults.fields.program}} aria-invalid="true" aria-describedby="fault-program"{{/faults.fields.program}}>{{#programs}}<option value="{{name}}"{{#isChosen}} selected{{/isChosen}}>{{words}}</option>{{/programs}}</select><p class="hint">What your operator offers. Without a choice, ask for NUNTIQ_CONNECTORS to be set.</p>{{#faults.fields.program}}{{> portal/fault}}{{/faults.fields.program}}</div>
          <div class="field whole"><label for="schedule">Schedule</label><input class="input mono" id="schedule" name="schedule"{{#faults.fields.schedule}} aria-invalid="true" aria-describedby="fault-schedule"{{/faults.fields.schedule}} maxlength="200" value="{{schedule}}" placeholder="*/15 8-18 * * mon-fri"><p class="hint">Minute, hour, day of month, month, day of week. Empty: only by hand.</p>{{#faults.fields.schedule}}{{> portal/fault}}{{/faults.fields.schedule}}</div>
          <div class="field whole"><label for="time_zone">Time zone</label><input class="input" id="time_zone" name="time_zone"{{#faults.fields.time_zone}} aria-invalid="true" aria-describedby="fault-time_zone"{{/faults.fields.time_zone}} maxlength="60" value="{{timeZone}}">{{#faults.fields.time_zone}}{{> portal/fault}}{{/faults.fields.time_zone}}</div>
          <div class="field whole"><label for="config">Settings, JSON</label><textarea class="input mono" rows="4" id="config" name="config"{{#faults.fields.config}} aria-invalid="true" aria-describedby="fault-config"{{/faults.fields.config}}>{{config}}</textarea><p class="hint">The connector reads them as config.</p>{{#faults.fields.config}}{{> portal/fault}}{{/faults.fields.config}}</div>
          <div class="field whole"><label for="job_params">Parameters of each run, JSON</label><textarea class="input mono" rows="2" id="job_params" name="job_params"{{#faults.fields.job_params}} aria-invalid="true" aria-describedby="fault-job_params"{{/faults.fields.job_params}}>{{params}}</textarea>{{#faults.fields.job_params}}{{> portal/fault}}{{/faults.fields.job_params}}</div>
          <div class="field whole"><label for="secrets">Secrets, JSON</label><textarea class="input mono" rows="3" autocomplete="off" id="secrets" name="secrets"{{#faults.fields.secrets}} aria-invalid="true" aria-describedby="fault-secrets"{{/faults.fields.secrets}} placeholder="{&quot;erp_password&quot;: &quot;…&quot;}"></textarea><p class="hint">Sealed at once and never shown again.{{#secretNames}} Kept: {{.}}. What you type here takes the place of all of them; empty keeps them.{{/secretNames}}</p>{{#faults.fields.secrets}}{{> portal/fault}}{{/faults.fields.secrets}}</div>
          <fieldset class="whole"><legend>What its runs may do</legend><div class="checks">{{#choices}}<label class="check"><input type="checkbox" name="permissions" value="{{name}}"{{#isChosen}} checked{{/isChosen}}><span>{{words}}<br><span class="mono small muted">{{name}}</span></span></label>{{/choices}}</div>{{#faults.fields.permissions}}{{> portal/fault}}{{/faults.fields.permissions}}</fieldset>
          <div class="field whole"><label for="time_limit">Time of a run, seconds</label><input class="input num" inputmode="numeric" id="time_limit" name="time_limit"{{#faults.fields.time_limit}} aria-invalid="true" aria-describedby="fault-time_limit"{{/faults.fields.time_limit}} maxlength="6" value="{{seconds}}">{{#faults.fields.time_limit}}{{> portal/fault}}{{/faults.fields.time_limit}}</div>
          <div class="field whole"><label for="cpu_limit">Computing of a process, seconds</label><input class="input num" inputmode="numeric" id="cpu_limit" name="cpu_limit"{{#faults.fields.cpu_limit}} aria-invalid="true" aria-describedby="fault-cpu_limit"{{/faults.fields.cpu_limit}} maxlength="6" value="{{cpuSeconds}}">{{#faults.fields.cpu_limit}}{{> portal/fault}}{{/faults.fields.cpu_limit}}</div>
          <div class="field whole"><label for="memory_limit">Memory of a process, MB</label><input class="input num" inputmode="numeric" id="memory_limit" name="memory_limit"{{#faults.fields.memory_limit}} aria-invalid="true" aria-describedby="fault-memory_limit"{{/faults.fields.memory_limit}} maxlength="6" value="{{memory}}">{{#faults.fields.memory_limit}}{{> portal/fault}}{{/faults.fields.memory_limit}}</div>
          <div class="actions"><button class="button primary">{{verb}}</button><a class="button" href="/connectors">Cancel</a></div>
        </form>
        </section>

        """#
}
