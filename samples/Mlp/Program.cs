using Parameterize.Samples.Mlp;

return await Demo.Command().Parse(args).InvokeAsync();
