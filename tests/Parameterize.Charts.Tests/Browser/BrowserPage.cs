using System.Globalization;
using System.Text.Json.Nodes;

namespace Parameterize.Charts.Tests.Browser;

/// <summary>A page in a browser: what a reader does with it, and what a script says of it.</summary>
internal sealed class BrowserPage(Chromium browser, string session)
{
    public Task<JsonObject> Send(string method, JsonObject parameters) => browser.Send(method, parameters, session);

    /// <summary>The value of an expression, as JSON has it.</summary>
    public async Task<JsonNode?> Value(string expression)
    {
        var asked = new JsonObject { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true };
        var answer = await Send("Runtime.evaluate", asked);
        return answer["exceptionDetails"] is { } wrong
            ? throw new InvalidOperationException($"{expression}: {wrong}")
            : answer["result"]!["value"];
    }

    public async Task<string> Text(string expression) => (await Value($"String({expression})"))!.GetValue<string>();

    public async Task<double> Number(string expression) => double.Parse(await Text(expression), CultureInfo.InvariantCulture);

    /// <summary>Waits until an expression is true.</summary>
    public async Task Until(string expression)
    {
        for (var attempt = 0; await Text($"Boolean({expression})") != "true"; attempt++)
        {
            Assert.True(attempt < 100, $"Five seconds, and not yet: {expression}");
            await Task.Delay(50);
        }
    }

    /// <summary>A window of that width, and the reader's light.</summary>
    public async Task Show(int width, bool dark)
    {
        await Send("Emulation.setEmulatedMedia", new JsonObject
        {
            ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = dark ? "dark" : "light" }),
        });
        await Send("Emulation.setScrollbarsHidden", new JsonObject { ["hidden"] = true });
        await Send("Emulation.setDeviceMetricsOverride", new JsonObject
        {
            ["width"] = width, ["height"] = 900, ["deviceScaleFactor"] = 1, ["mobile"] = false,
        });
        await Value("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))))");
    }

    /// <summary>The whole page as a picture.</summary>
    public async Task Photograph(string path)
    {
        var size = (await Send("Page.getLayoutMetrics", []))["cssContentSize"]!;
        var picture = await Send("Page.captureScreenshot", new JsonObject
        {
            ["captureBeyondViewport"] = true,
            ["clip"] = new JsonObject
            {
                ["x"] = 0, ["y"] = 0, ["width"] = size["width"]!.DeepClone(), ["height"] = size["height"]!.DeepClone(), ["scale"] = 1,
            },
        });
        await File.WriteAllBytesAsync(path, Convert.FromBase64String(picture["data"]!.GetValue<string>()));
    }

    /// <summary>Moves the mouse to a part of an element's box, 0 to 1 in both directions; presses or releases its button.</summary>
    public async Task Mouse(string what, string element, double x, double y)
    {
        await Value($"{element}.scrollIntoView({{ block: 'center' }})");
        var box = $"{element}.getBoundingClientRect()";
        await Send("Input.dispatchMouseEvent", new JsonObject
        {
            ["type"] = what,
            ["x"] = await Number($"{box}.left + {Invariant(x)} * {box}.width"),
            ["y"] = await Number($"{box}.top + {Invariant(y)} * {box}.height"),
            ["button"] = what == "mouseMoved" ? "none" : "left",
            ["buttons"] = what == "mouseReleased" ? 0 : 1,
            ["clickCount"] = 1,
        });
    }

    public async Task Click(string element)
    {
        await Mouse("mousePressed", element, 0.5, 0.5);
        await Mouse("mouseReleased", element, 0.5, 0.5);
    }

    /// <summary>Two fingers on an element, as parts of its box from and to.</summary>
    public async Task Pinch(string element, (double X, double Y)[] from, (double X, double Y)[] to)
    {
        await Send("Emulation.setTouchEmulationEnabled", new JsonObject { ["enabled"] = true, ["maxTouchPoints"] = 2 });
        await Value($"{element}.scrollIntoView({{ block: 'center' }})");
        await Touch("touchStart", element, from);
        foreach (var part in new[] { 0.25, 0.5, 0.75, 1 })
        {
            await Touch("touchMove", element, [.. from.Zip(to, (a, b) => (a.X + part * (b.X - a.X), a.Y + part * (b.Y - a.Y)))]);
        }

        await Touch("touchEnd", element, []);
        await Send("Emulation.setTouchEmulationEnabled", new JsonObject { ["enabled"] = false });
    }

    public Task Key(string key) => Send("Input.dispatchKeyEvent", new JsonObject { ["type"] = "keyDown", ["key"] = key });

    private async Task Touch(string what, string element, (double X, double Y)[] fingers)
    {
        var points = new JsonArray();
        var box = $"{element}.getBoundingClientRect()";
        foreach (var (id, finger) in fingers.Index())
        {
            points.Add(new JsonObject
            {
                ["id"] = id,
                ["x"] = await Number($"{box}.left + {Invariant(finger.X)} * {box}.width"),
                ["y"] = await Number($"{box}.top + {Invariant(finger.Y)} * {box}.height"),
            });
        }

        await Send("Input.dispatchTouchEvent", new JsonObject { ["type"] = what, ["touchPoints"] = points });
    }

    private static string Invariant(double number) => number.ToString(CultureInfo.InvariantCulture);
}
