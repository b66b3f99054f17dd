using Iam = Pulumi.Aws.Iam;

namespace Infra.Components.Identity;

/// <summary>
/// Puts the permission boundary on every role of a stack that has none, so that no layer can forget it.
/// </summary>
public static class BoundRoles
{
    /// <summary>A transformation for a stack's options.</summary>
    public static ResourceTransformation By(AccountScope scope) => args =>
    {
        if (args.Args is Iam.RoleArgs { PermissionsBoundary: null } role)
        {
            role.PermissionsBoundary = scope.BoundaryArn;
        }

        return null;
    };
}
