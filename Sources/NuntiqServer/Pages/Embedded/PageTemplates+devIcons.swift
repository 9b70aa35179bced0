// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/dev/icons.mustache by Scripts/embed-assets; change that file, not this one.
    static let devIcons = #"""
        {{! dev/icons: theme }}
        <section><h2>Icons</h2><div class="icons"><div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#bin"/></svg>bin</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#building"/></svg>building</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#busy"/></svg>busy</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#chart"/></svg>chart</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#check"/></svg>check</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#clip"/></svg>clip</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#clock"/></svg>clock</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#copy"/></svg>copy</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#down"/></svg>down</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#download"/></svg>download</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#eye"/></svg>eye</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#file"/></svg>file</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#filter"/></svg>filter</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#fit"/></svg>fit</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#flag"/></svg>flag</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#gear"/></svg>gear</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#hourglass"/></svg>hourglass</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#in"/></svg>in</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#info"/></svg>info</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#key"/></svg>key</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#keyboard"/></svg>keyboard</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#left"/></svg>left</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#link"/></svg>link</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#lock"/></svg>lock</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#mail"/></svg>mail</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#master"/></svg>master</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#menu"/></svg>menu</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#moon"/></svg>moon</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#more"/></svg>more</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#out"/></svg>out</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#pause"/></svg>pause</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#pencil"/></svg>pencil</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#play"/></svg>play</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#plug"/></svg>plug</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#plus"/></svg>plus</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#redo"/></svg>redo</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#right"/></svg>right</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#rule"/></svg>rule</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#s-approval"/></svg>s-approval</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#s-cancelled"/></svg>s-cancelled</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#s-doubt"/></svg>s-doubt</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#s-duplicate"/></svg>s-duplicate</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#s-failed"/></svg>s-failed</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#s-hold"/></svg>s-hold</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#s-leased"/></svg>s-leased</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#s-processed"/></svg>s-processed</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#s-processing"/></svg>s-processing</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#s-pushing"/></svg>s-pushing</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#s-ready"/></svg>s-ready</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#s-rejected"/></svg>s-rejected</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#s-retry"/></svg>s-retry</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#s-review"/></svg>s-review</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#scan"/></svg>scan</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#search"/></svg>search</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#send"/></svg>send</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#shield"/></svg>shield</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#split"/></svg>split</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#swap"/></svg>swap</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#table"/></svg>table</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#template"/></svg>template</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#terminal"/></svg>terminal</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#text"/></svg>text</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#tray"/></svg>tray</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#undo"/></svg>undo</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#up"/></svg>up</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#upload"/></svg>upload</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#user"/></svg>user</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#users"/></svg>users</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#warn"/></svg>warn</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#x"/></svg>x</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#xml"/></svg>xml</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#zoomin"/></svg>zoomin</div>
        <div><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#zoomout"/></svg>zoomout</div>
        </div>
        </section>

        """#
}
