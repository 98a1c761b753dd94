using Parameterize.Samples.Mlp;

return await DemoOptions.Command(Demo.Run).Parse(args).InvokeAsync();
