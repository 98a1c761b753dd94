using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Parameterize.Charts.Tests.Browser;

/// <summary>A headless Chromium, spoken to by its DevTools protocol: no library, and the browser that the machine has.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];
    private readonly Process _process;
    private readonly DirectoryInfo _profile;
    private readonly ClientWebSocket _socket = new();
    private int _last;

    private Chromium(Process process, DirectoryInfo profile) => (_process, _profile) = (process, profile);

    public static async Task<Chromium> Start()
    {
        var folders = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator);
        var program = Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"These tests need one of {string.Join(", ", Names)} on PATH: apt-get install chromium.");
        var profile = Directory.CreateTempSubdirectory("parameterize-browser-");
        string[] arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", "about:blank"];
        var start = new ProcessStartInfo(program, [.. arguments, $"--user-data-dir={profile.FullName}"]) { RedirectStandardError = true };
        var browser = new Chromium(Process.Start(start)!, profile);
        const string said = "DevTools listening on ";
        string? line;
        do
        {
            line = await browser._process.StandardError.ReadLineAsync()
                ?? throw new InvalidOperationException($"{program} ended at its start.");
        }
        while (!line.StartsWith(said, StringComparison.Ordinal));
        _ = browser._process.StandardError.ReadToEndAsync();
        await browser._socket.ConnectAsync(new Uri(line[said.Length..]), default);
        return browser;
    }

    /// <summary>Opens a page.</summary>
    public async Task<BrowserPage> Open(string path)
    {
        var target = await Send("Target.createTarget", new JsonObject { ["url"] = "about:blank" });
        var asked = new JsonObject { ["targetId"] = target["targetId"]!.DeepClone(), ["flatten"] = true };
        var attached = await Send("Target.attachToTarget", asked);
        var page = new BrowserPage(this, attached["sessionId"]!.GetValue<string>());
        await page.Send("Page.navigate", new JsonObject { ["url"] = new Uri(path).AbsoluteUri });
        await page.Until("document.readyState === 'complete'");
        return page;
    }

    /// <summary>Sends a command and waits for its answer; what the browser tells meanwhile is passed over.</summary>
    public async Task<JsonObject> Send(string method, JsonObject parameters, string? session = null)
    {
        var id = ++_last;
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (session is not null)
        {
            message["sessionId"] = session;
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await _socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, true, patience.Token);
        while (true)
        {
            using var text = new MemoryStream();
            var buffer = new byte[1 << 16];
            WebSocketReceiveResult part;
            do
            {
                part = await _socket.ReceiveAsync(buffer, patience.Token);
                text.Write(buffer, 0, part.Count);
            }
            while (!part.EndOfMessage);
            var answer = JsonNode.Parse(text.ToArray())!.AsObject();
            if (answer["id"]?.GetValue<int>() == id)
            {
                return answer["result"]?.AsObject() ?? throw new InvalidOperationException($"{method}: {answer["error"]}");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        for (var attempt = 0; _profile.Exists; attempt++)
        {
            try
            {
                _profile.Delete(recursive: true);
                _profile.Refresh();
            }
            catch (IOException) when (attempt < 20)
            {
                await Task.Delay(100);
            }
        }
    }
}
