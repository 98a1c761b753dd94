using Parameterize.Samples.ConvNet;

return await DemoOptions.Command(Demo.Run).Parse(args).InvokeAsync();
