using System.Text;

namespace Parameterize.Charts;

/// <summary>Styles. One set of variables by day, another by night; drawings use the variables only.</summary>
internal static class Theme
{
    private const string ChartRules = """
        svg.chart{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"DejaVu Sans",sans-serif}
        svg.chart text{fill:var(--ink);font-variant-numeric:tabular-nums}
        svg.chart .title{font-weight:600}
        svg.chart .tick,svg.chart .label{fill:var(--muted)}
        svg.chart .up{font-size:75%}
        svg.chart .halo{paint-order:stroke;stroke:var(--surface);stroke-width:4px;stroke-linejoin:round}
        svg.chart .grid{stroke:var(--grid)}
        svg.chart .minor{stroke:var(--grid);opacity:.45}
        svg.chart .axis{stroke:var(--muted)}
        svg.chart .line{fill:none;stroke-linejoin:round;stroke-linecap:round}
        svg.chart .guide{fill:none;stroke-width:1.5;stroke-dasharray:5 4}
        svg.chart .band{opacity:.18}
        svg.chart .marker{stroke:var(--surface);stroke-width:1.2}
        svg.chart .ring{fill:none;stroke-width:2.5}
        svg.chart .leader{fill:none;stroke-width:1}
        svg.chart .framed{stroke:var(--ink);stroke-width:2.5}
        svg.chart .surface{fill:var(--surface)}
        svg.chart .hit{fill:transparent}
        svg.chart .cursor{stroke:var(--muted);stroke-dasharray:2 3}
        svg.chart .zoom{fill:var(--link);opacity:.15}

        """;

    private const string PageRules = """
        *{box-sizing:border-box}
        html{background:var(--page)}
        body{margin:0 auto;padding:24px 16px 64px;max-width:1560px;color:var(--ink);background:var(--page);
          font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"DejaVu Sans",sans-serif}
        h1,h2{overflow-wrap:anywhere}
        h1{font-size:1.75rem;line-height:1.25;margin:0 0 .5rem}
        h2{font-size:1.25rem;line-height:1.3;margin:0 0 .5rem}
        p{max-width:46rem;margin:0 0 .8rem;overflow-wrap:anywhere}
        .tally{font-weight:600}
        nav ul{padding:0;margin:.5rem 0 0;list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem}
        a{color:var(--link)}
        section{background:var(--surface);border:1px solid var(--grid);border-radius:10px;padding:20px;margin:20px 0;min-width:0}
        code,pre{font:.875em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
        pre code{font-size:1em}
        td.long{min-width:17rem}
        p code,td code{background:var(--page);border-radius:4px;padding:.1em .3em}
        sup{font-size:.72em;line-height:0;white-space:nowrap}
        .figure{container-type:inline-size;margin:12px 0 12px -12px}
        .figure svg{display:block;width:100%;height:auto;overflow:visible}
        .figure .wide{display:none;max-width:760px}
        .figure .narrow{max-width:460px}
        .figure .panel{max-width:460px}
        .gridtitle{font-weight:600;margin:0 0 .3rem 12px}
        .panels{display:grid;gap:12px;align-items:end;
          grid-template-columns:repeat(auto-fill,minmax(min(100%,clamp(320px,30%,520px)),1fr))}
        .panels.pairs{max-width:800px;grid-template-columns:repeat(auto-fill,minmax(min(100%,max(320px,40%)),1fr))}
        .scripted .figure .wide{max-width:1100px}
        .scripted .figure .wide.legend{max-width:760px}
        .scripted .figure .panel{max-width:640px}
        .scripted .panels.pairs{max-width:1292px}
        .scripted .entry{cursor:pointer}
        svg.live{touch-action:pan-y;outline:none}
        svg.live:focus-visible,.entry:focus-visible{outline:2px solid var(--link)}
        .tools{display:flex;flex-wrap:wrap;gap:.4rem;margin:.3rem 0 .6rem 12px}
        .tools button{font:inherit;font-size:.8125rem;color:var(--ink);background:var(--page);border:1px solid var(--edge);
          border-radius:6px;padding:.15rem .6rem;cursor:pointer}
        .tools button:disabled{color:var(--muted);border-color:var(--grid);cursor:default}
        .tip{position:absolute;z-index:2;pointer-events:none;background:var(--surface);border:1px solid var(--edge);border-radius:6px;
          padding:.35rem .6rem;font-size:.8125rem;line-height:1.45;box-shadow:0 2px 10px #0003}
        .tip[hidden]{display:none}
        .tip small{display:block;color:var(--muted)}
        .tip .sign{display:inline-block;width:24px;height:12px;margin-right:6px;vertical-align:-1px}
        @container (min-width:620px){.figure .wide{display:block}.figure .narrow{display:none}}
        details{margin:8px 0}
        section>:last-child,section>:last-child>:last-child,.scroll table{margin-bottom:0}
        summary{cursor:pointer;color:var(--muted)}
        .scroll{overflow-x:auto;background:linear-gradient(90deg,var(--surface) 30%,transparent) left top/30px 101% no-repeat local,
          linear-gradient(270deg,var(--surface) 30%,transparent) right top/30px 101% no-repeat local,
          linear-gradient(90deg,var(--edge),transparent) left/12px 100% no-repeat scroll,
          linear-gradient(270deg,var(--edge),transparent) right/12px 100% no-repeat scroll}
        table{border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums;margin:8px 0}
        th,td{padding:4px 14px 4px 0;text-align:left;border-bottom:1px solid var(--grid);vertical-align:top}
        th{color:var(--muted);font-weight:600}
        td.number,th.number{text-align:right}
        td.number{white-space:nowrap}
        th{vertical-align:bottom}
        td.good{color:var(--good)}td.bad{color:var(--bad)}td.unsure{color:var(--unsure)}
        td.good,td.bad,td.unsure{font-weight:600;white-space:nowrap}
        .command{margin:10px 0 0;color:var(--muted);font-size:.875rem}
        .command pre{margin:4px 0 0;padding:10px 12px;background:var(--page);border-radius:6px;white-space:pre-wrap;
          overflow-wrap:anywhere;color:var(--ink)}
        main>.command pre{background:var(--surface);border:1px solid var(--grid)}
        @media (max-width:520px){table{font-size:.8125rem}th,td{padding-right:7px}td.good,td.bad,td.unsure{white-space:normal}
          .tip{font-size:.6875rem;line-height:1.3}
          section{padding:14px 10px}body{padding:16px 8px 48px}}
        @media (max-width:420px){table{font-size:.75rem}th{font-size:.6875rem}th,td{padding-right:5px}body{padding:16px 4px 48px}
          header,main>.command{padding:0 9px}section{padding:14px 8px}}
        @media print{section{break-inside:avoid}.tools{display:none}}

        """;

    /// <summary>Styles of a page.</summary>
    public static string Page { get; } = Variables(":root") + ChartRules + PageRules;

    /// <summary>Styles of a drawing in a file of its own.</summary>
    public static string Standalone { get; } = Variables("svg.chart") + ChartRules;

    private static string Variables(string where)
    {
        StringBuilder light = new(), dark = new();
        Add("surface", Palette.LightSurface, Palette.DarkSurface);
        Add("page", "#f4f5f7", "#0b0d10");
        Add("ink", Palette.LightInk, Palette.DarkInk);
        Add("muted", "#59616b", "#a3abb6");
        Add("grid", "#e1e4e9", "#2b3038");
        Add("edge", "#b8bec7", "#59616b");
        Add("link", "#0067a3", "#6cb2ee");
        Add("good", "#007a52", "#3fce9f");
        Add("bad", "#b3430a", "#ff9a63");
        Add("unsure", "#7d5c00", "#e6bd55");
        for (var i = 0; i < Palette.Categories.Length; i++)
        {
            Add($"s{i}", Palette.Categories[i].Light, Palette.Categories[i].Dark);
        }

        for (var i = 0; i < Palette.Shades; i++)
        {
            Add($"q{i}", Palette.Shade(i).Light, Palette.Shade(i).Dark);
        }

        for (var i = -Palette.Tints; i <= Palette.Tints; i++)
        {
            Add(Palette.TintName(i), Palette.Tint(i).Light, Palette.Tint(i).Dark);
        }

        return $"{where}{{color-scheme:light dark;{light}}}\n@media (prefers-color-scheme:dark){{{where}{{{dark}}}}}\n";

        void Add(string name, string byDay, string byNight)
        {
            light.Append("--").Append(name).Append(':').Append(byDay).Append(';');
            dark.Append("--").Append(name).Append(':').Append(byNight).Append(';');
        }
    }
}
