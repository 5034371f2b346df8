using Identity.Web;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddLook(builder.Configuration);

var app = builder.Build();
app.UseLook();
app.MapRazorPages();
app.Run();
