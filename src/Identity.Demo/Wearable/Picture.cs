using System.Globalization;
using System.Text;
using QRCoder;

namespace Identity.Demo.Wearable;

/// <summary>A QR code (ISO/IEC 18004) as the path of a drawing.</summary>
internal sealed record Picture(int Side, string Path)
{
    public static Picture Of(Uri address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < code.ModuleMatrix[y].Count; x++)
            {
                if (code.ModuleMatrix[y][x])
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1");
            }
        }

        return new Picture(code.ModuleMatrix.Count, path.ToString());
    }
}
