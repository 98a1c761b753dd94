using Parameterize.Samples.RichnessDial;

return await Demo.Command.Parse(args).InvokeAsync();
