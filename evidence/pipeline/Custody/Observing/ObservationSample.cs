using System.Buffers.Binary;
using System.Text;
using Evidence.Ledger;
using Evidence.Ledger.Statements;
using Evidence.Pipeline.Vault;

namespace Evidence.Pipeline.Custody.Observing;

/// <summary>
/// Which versions are read again. Follows from when the observation began, so that whoever alters some beforehand
/// cannot choose those that nobody will read, and a reader can say afterwards which should have been.
/// </summary>
internal sealed record ObservationSample(int Percent, DateTimeOffset StartedAt)
{
    private const int Hundred = 100;

    public bool Includes(VaultLocation at)
    {
        if (Percent >= Hundred)
        {
            return true;
        }

        var seed = $"{UtcTimestamp.ToText(StartedAt)}\n{at.Key}\n{at.VersionId}";
        var hash = Sha256Hash.Of(Encoding.UTF8.GetBytes(seed));
        return BinaryPrimitives.ReadUInt32BigEndian(hash.Bytes) % Hundred < Percent;
    }
}
