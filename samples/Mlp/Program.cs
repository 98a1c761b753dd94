using Parameterize.Samples.Mlp;
using Spectre.Console;

return await DemoOptions.Command(Demo.Run).Parse(args).InvokeAsync();
