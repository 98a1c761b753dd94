using Parameterize.Samples.RandomFeatures;

return await Demo.Command.Parse(args).InvokeAsync();
