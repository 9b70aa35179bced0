// swift-format-ignore-file
extension SiteFiles {
    /// Made from Assets/site/icons.svg by Scripts/embed-assets; change that file, not this one.
    static let iconsSvg = #"""
        <!-- One stroke set: 16 px box, 1.5 px stroke, round ends. Served once, used by <use href="/assets/icons.svg#name">. -->
        <svg xmlns="http://www.w3.org/2000/svg">
        <symbol id="bin" viewBox="0 0 16 16"><path d="M2.5 4h11M6 4V2.5h4V4M4 4l.7 9.5h6.6L12 4M6.7 7v3.5M9.3 7v3.5"/></symbol>
        <symbol id="building" viewBox="0 0 16 16"><path d="M3 14V2.5h7V14M10 6.5h3V14M1.5 14h13M5.5 5.5h2M5.5 8.5h2"/></symbol>
        <symbol id="busy" viewBox="0 0 16 16"><path d="M8 2.2A5.8 5.8 0 1 1 2.2 8"/></symbol>
        <symbol id="chart" viewBox="0 0 16 16"><path d="M2.5 2.5v11h11M5 10.5l2.5-3 2 1.5 3.5-4.5"/></symbol>
        <symbol id="check" viewBox="0 0 16 16"><path d="m3 8.5 3.2 3.2L13 4.8"/></symbol>
        <symbol id="clip" viewBox="0 0 16 16"><path d="m12.5 7.5-4.8 4.8a2.8 2.8 0 0 1-4-4l5.3-5.3a1.9 1.9 0 0 1 2.7 2.7l-5.2 5.2a.9.9 0 0 1-1.3-1.3l4.5-4.5"/></symbol>
        <symbol id="clock" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5.5"/><path d="M8 5v3l2 1.5"/></symbol>
        <symbol id="copy" viewBox="0 0 16 16"><rect x="5.5" y="5.5" width="8" height="8" rx="1"/><path d="M10.5 5.5V3.5a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2"/></symbol>
        <symbol id="down" viewBox="0 0 16 16"><path d="m4 6 4 4 4-4"/></symbol>
        <symbol id="download" viewBox="0 0 16 16"><path d="M8 2.5v7.5M4.5 7 8 10.5 11.5 7M2.5 13.5h11"/></symbol>
        <symbol id="eye" viewBox="0 0 16 16"><path d="M1.5 8C3 5.2 5.2 3.8 8 3.8S13 5.2 14.5 8C13 10.8 10.8 12.2 8 12.2S3 10.8 1.5 8z"/><circle cx="8" cy="8" r="1.8"/></symbol>
        <symbol id="file" viewBox="0 0 16 16"><path d="M4 2h5l3.5 3.5V14H4zM9 2v3.5h3.5"/></symbol>
        <symbol id="filter" viewBox="0 0 16 16"><path d="M2 4h12M4.5 8h7M7 12h2"/></symbol>
        <symbol id="fit" viewBox="0 0 16 16"><path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10"/></symbol>
        <symbol id="flag" viewBox="0 0 16 16"><path d="M3.5 14V2.5h8.5L10 6l2 3.5H3.5"/></symbol>
        <symbol id="gear" viewBox="0 0 16 16"><path d="M2 4.5h5M11 4.5h3M2 11.5h3M9 11.5h5"/><circle cx="9" cy="4.5" r="2"/><circle cx="7" cy="11.5" r="2"/></symbol>
        <symbol id="hourglass" viewBox="0 0 16 16"><path d="M4 2h8M4 14h8M5 2v2.5L8 8l3-3.5V2M5 14v-2.5L8 8l3 3.5V14"/></symbol>
        <symbol id="in" viewBox="0 0 16 16"><path d="M10.5 8H2.5M6 4.5 9.5 8 6 11.5M9.5 2.5h4v11h-4"/></symbol>
        <symbol id="info" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5.8"/><path d="M8 7.5v3.2M8 5.3v.01"/></symbol>
        <symbol id="key" viewBox="0 0 16 16"><circle cx="5" cy="11" r="2.5"/><path d="m6.8 9.2 6.7-6.7M11 5l2 2M9 7l1.5 1.5"/></symbol>
        <symbol id="keyboard" viewBox="0 0 16 16"><rect x="1.5" y="4" width="13" height="8.5" rx="1"/><path d="M4 7h.01M6.7 7h.01M9.3 7h.01M12 7h.01M5 10h6"/></symbol>
        <symbol id="left" viewBox="0 0 16 16"><path d="m10 4-4 4 4 4"/></symbol>
        <symbol id="link" viewBox="0 0 16 16"><path d="M6.5 9.5l3-3M7 4.5l1-1a3.2 3.2 0 0 1 4.5 4.5l-1 1M9 11.5l-1 1A3.2 3.2 0 0 1 3.5 8l1-1"/></symbol>
        <symbol id="lock" viewBox="0 0 16 16"><rect x="3" y="7" width="10" height="7" rx="1"/><path d="M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2"/></symbol>
        <symbol id="mail" viewBox="0 0 16 16"><rect x="2" y="3.5" width="12" height="9" rx="1"/><path d="m2.5 4.5 5.5 4.5 5.5-4.5"/></symbol>
        <symbol id="master" viewBox="0 0 16 16"><ellipse cx="8" cy="3.8" rx="5" ry="1.9"/><path d="M3 3.8v8.3c0 1 2.2 1.9 5 1.9s5-.9 5-1.9V3.8M3 8c0 1 2.2 1.9 5 1.9S13 9 13 8"/></symbol>
        <symbol id="menu" viewBox="0 0 16 16"><path d="M2 4.5h12M2 8h12M2 11.5h12"/></symbol>
        <symbol id="moon" viewBox="0 0 16 16"><path d="M13 9.5A5.5 5.5 0 0 1 6.5 3 5.5 5.5 0 1 0 13 9.5z"/></symbol>
        <symbol id="more" viewBox="0 0 16 16"><path d="M3.5 8h.01M8 8h.01M12.5 8h.01" stroke-width="2.2"/></symbol>
        <symbol id="out" viewBox="0 0 16 16"><path d="M9 2.5h4.5V7M13.5 2.5 7.5 8.5M11.5 9.5v4h-9v-9h4"/></symbol>
        <symbol id="pause" viewBox="0 0 16 16"><path d="M5.5 3.5v9M10.5 3.5v9"/></symbol>
        <symbol id="pencil" viewBox="0 0 16 16"><path d="M3 13l.7-2.8 7-7 2.1 2.1-7 7zM9.3 4.6l2.1 2.1"/></symbol>
        <symbol id="play" viewBox="0 0 16 16"><path d="M5 3v10l8-5z"/></symbol>
        <symbol id="plug" viewBox="0 0 16 16"><path d="M5.5 2v3.5M10.5 2v3.5M3.5 5.5h9v2a4.5 4.5 0 0 1-9 0zM8 12v2.5"/></symbol>
        <symbol id="plus" viewBox="0 0 16 16"><path d="M8 3v10M3 8h10"/></symbol>
        <symbol id="redo" viewBox="0 0 16 16"><path d="M13.5 8a5.5 5.5 0 1 1-1.8-4.1M13.5 2v3h-3"/></symbol>
        <symbol id="right" viewBox="0 0 16 16"><path d="m6 4 4 4-4 4"/></symbol>
        <symbol id="rule" viewBox="0 0 16 16"><path d="M9 1.8 3.5 9H7.5L7 14.2 12.5 7H8.5z"/></symbol>
        <symbol id="s-approval" viewBox="0 0 16 16"><circle cx="8" cy="5.3" r="2.6"/><path d="M2.8 13.5c.6-2.8 2.6-4.2 5.2-4.2s4.6 1.4 5.2 4.2"/></symbol>
        <symbol id="s-cancelled" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5.6"/><path d="m4.2 11.8 7.6-7.6"/></symbol>
        <symbol id="s-doubt" viewBox="0 0 16 16"><path d="M8 1.7 14.3 8 8 14.3 1.7 8z" stroke-dasharray="2.6 1.7"/><path d="M6.7 6.7a1.4 1.4 0 1 1 2 1.3c-.5.3-.7.6-.7 1.1M8 11v.01"/></symbol>
        <symbol id="s-duplicate" viewBox="0 0 16 16"><rect x="2.5" y="2.5" width="8" height="8" rx="1"/><path d="M6 13.5h6.5a1 1 0 0 0 1-1V6"/></symbol>
        <symbol id="s-failed" viewBox="0 0 16 16"><path d="M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5zM6 6l4 4M10 6l-4 4"/></symbol>
        <symbol id="s-hold" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5.6"/><path d="M6.5 6v4M9.5 6v4"/></symbol>
        <symbol id="s-leased" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5.6"/><path fill="currentColor" stroke="none" d="M8 8V4.6A3.4 3.4 0 0 1 11.4 8z"/></symbol>
        <symbol id="s-processed" viewBox="0 0 16 16"><circle fill="currentColor" stroke="none" cx="8" cy="8" r="6.4"/><path d="m5.2 8.3 2 2 3.7-4.2" stroke="var(--paper)"/></symbol>
        <symbol id="s-processing" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5.6" stroke-dasharray="2 2.4"/></symbol>
        <symbol id="s-pushing" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5.6"/><path fill="currentColor" stroke="none" d="M8 8V4.6a3.4 3.4 0 0 1 0 6.8 3.4 3.4 0 0 1-3.4-3.4z"/></symbol>
        <symbol id="s-ready" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5.6"/></symbol>
        <symbol id="s-rejected" viewBox="0 0 16 16"><path d="M6 3 2.5 6.5 6 10M2.5 6.5h7a3.7 3.7 0 0 1 0 7.4"/></symbol>
        <symbol id="s-retry" viewBox="0 0 16 16"><path d="M13.6 8a5.6 5.6 0 1 1-1.9-4.2M13.6 2.2v2.9h-2.9"/></symbol>
        <symbol id="s-review" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5.6"/><path d="M8 5.2v3.3M8 10.9v.01"/></symbol>
        <symbol id="scan" viewBox="0 0 16 16"><path d="M2.5 5.5v-3h3M10.5 2.5h3v3M13.5 10.5v3h-3M5.5 13.5h-3v-3M4.5 8h7"/></symbol>
        <symbol id="search" viewBox="0 0 16 16"><circle cx="7" cy="7" r="4.5"/><path d="m10.5 10.5 3.5 3.5"/></symbol>
        <symbol id="send" viewBox="0 0 16 16"><path d="M13.5 2.5 2.5 7l4.5 2 2 4.5zM7 9l3-3"/></symbol>
        <symbol id="shield" viewBox="0 0 16 16"><path d="M8 1.8 13 3.5v4c0 3.3-2 5.5-5 6.7-3-1.2-5-3.4-5-6.7v-4z"/></symbol>
        <symbol id="split" viewBox="0 0 16 16"><path d="M8 2v12M2.5 4h2.5v8H2.5M13.5 4H11v8h2.5"/></symbol>
        <symbol id="swap" viewBox="0 0 16 16"><rect x="2" y="2.5" width="8" height="8" rx="1"/><path d="M6 13.5h7a1 1 0 0 0 1-1v-7"/></symbol>
        <symbol id="table" viewBox="0 0 16 16"><rect x="2" y="3" width="12" height="10" rx="1"/><path d="M2 6.5h12M6.5 6.5V13"/></symbol>
        <symbol id="template" viewBox="0 0 16 16"><rect x="2.5" y="2.5" width="11" height="11" rx="1"/><path d="M2.5 6.5h11M6.5 6.5v7"/></symbol>
        <symbol id="terminal" viewBox="0 0 16 16"><path d="m3 5 3 3-3 3M8 12h5"/></symbol>
        <symbol id="text" viewBox="0 0 16 16"><path d="M3 4.5V3h10v1.5M8 3v10M6 13h4"/></symbol>
        <symbol id="tray" viewBox="0 0 16 16"><path d="M2 9.5 3.8 3h8.4L14 9.5V13H2zM2 9.5h3.5a2.5 2.5 0 0 0 5 0H14"/></symbol>
        <symbol id="undo" viewBox="0 0 16 16"><path d="M5.5 3 2.5 6l3 3M2.5 6H9.5a4 4 0 0 1 0 8H6"/></symbol>
        <symbol id="up" viewBox="0 0 16 16"><path d="m4 10 4-4 4 4"/></symbol>
        <symbol id="upload" viewBox="0 0 16 16"><path d="M8 10.5V3M4.5 6 8 2.5 11.5 6M2.5 13.5h11"/></symbol>
        <symbol id="user" viewBox="0 0 16 16"><circle cx="8" cy="5.5" r="2.5"/><path d="M3 13.5c.6-2.6 2.5-4 5-4s4.4 1.4 5 4"/></symbol>
        <symbol id="users" viewBox="0 0 16 16"><circle cx="6" cy="5.5" r="2.3"/><path d="M1.5 13c.5-2.4 2.2-3.6 4.5-3.6s4 1.2 4.5 3.6M10.5 3.4a2.3 2.3 0 0 1 0 4.2M12.3 9.9c1.2.6 1.9 1.6 2.2 3.1"/></symbol>
        <symbol id="warn" viewBox="0 0 16 16"><path d="M8 2 14.5 13.5h-13zM8 6.5v3M8 11.5v.01"/></symbol>
        <symbol id="x" viewBox="0 0 16 16"><path d="m4 4 8 8M12 4l-8 8"/></symbol>
        <symbol id="xml" viewBox="0 0 16 16"><path d="m5 4.5-3.5 3.5L5 11.5M11 4.5l3.5 3.5-3.5 3.5M9 3 7 13"/></symbol>
        <symbol id="zoomin" viewBox="0 0 16 16"><circle cx="7" cy="7" r="4.5"/><path d="m10.5 10.5 3.5 3.5M7 5v4M5 7h4"/></symbol>
        <symbol id="zoomout" viewBox="0 0 16 16"><circle cx="7" cy="7" r="4.5"/><path d="m10.5 10.5 3.5 3.5M5 7h4"/></symbol>
        </svg>

        """#
}
