using Parameterize.Samples.Transformer;

return await Demo.Command().Parse(args).InvokeAsync();
