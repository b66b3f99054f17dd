using Infra.Components.Policies;
using static Infra.Components.Policies.PolicyStatement;

namespace Infra.Components.Identity.Deployment;

/// <summary>
/// The network, its firewall, names and logs. EC2 names its things by ids that nobody knows before they are there, so
/// what is named is the action; the boundary keeps it to the environment's regions.
/// </summary>
internal static class NetworkPolicy
{
    public static PolicyDocument For(AccountScope scope) => new(
        Allow(
            "ReadNetwork",
            [
                "ec2:Describe*", "ec2:GetManagedPrefixList*", "ec2:GetSecurityGroupsForVpc",
                "network-firewall:ListRuleGroups",
            ],
            ["*"]),
        Allow(
            "ManageNetwork",
            [
                "ec2:AllocateAddress", "ec2:AssociateAddress", "ec2:AssociateRouteTable",
                "ec2:AttachInternetGateway", "ec2:AuthorizeSecurityGroup*", "ec2:CreateFlowLogs",
                "ec2:CreateInternetGateway", "ec2:CreateNatGateway", "ec2:CreateNetworkAcl*", "ec2:CreateRoute*",
                "ec2:CreateSecurityGroup", "ec2:CreateSubnet", "ec2:CreateTags", "ec2:CreateVpc",
                "ec2:CreateVpcEndpoint", "ec2:DeleteFlowLogs", "ec2:DeleteInternetGateway", "ec2:DeleteNatGateway",
                "ec2:DeleteNetworkAcl*", "ec2:DeleteRoute*", "ec2:DeleteSecurityGroup", "ec2:DeleteSubnet",
                "ec2:DeleteTags", "ec2:DeleteVpc", "ec2:DeleteVpcEndpoints", "ec2:DetachInternetGateway",
                "ec2:DisassociateAddress", "ec2:DisassociateRouteTable", "ec2:ModifySecurityGroupRules",
                "ec2:ModifySubnetAttribute", "ec2:ModifyVpcAttribute", "ec2:ModifyVpcEndpoint",
                "ec2:ReleaseAddress", "ec2:ReplaceNetworkAclAssociation", "ec2:ReplaceNetworkAclEntry",
                "ec2:ReplaceRoute*", "ec2:RevokeSecurityGroup*", "ec2:UpdateSecurityGroupRuleDescriptions*",
            ],
            ["*"]),
        Allow(
            "ManageFirewall",
            [
                "network-firewall:Associate*", "network-firewall:Create*", "network-firewall:Delete*",
                "network-firewall:Describe*", "network-firewall:Disassociate*", "network-firewall:List*",
                "network-firewall:TagResource", "network-firewall:UntagResource", "network-firewall:Update*",
            ],
            [scope.Everywhere("network-firewall", "*")]),
        Allow(
            "ManageNames",
            [
                "route53:AssociateVPCWithHostedZone", "route53:ChangeResourceRecordSets",
                "route53:ChangeTagsForResource", "route53:CreateHostedZone", "route53:DeleteHostedZone",
                "route53:DisassociateVPCFromHostedZone", "route53:Get*", "route53:List*",
                "route53:UpdateHostedZoneComment",
            ],
            ["*"]),
        Allow(
            "ManageResolver",
            [
                "route53resolver:Associate*", "route53resolver:Create*", "route53resolver:Delete*",
                "route53resolver:Disassociate*", "route53resolver:Get*", "route53resolver:List*",
                "route53resolver:TagResource", "route53resolver:UntagResource", "route53resolver:Update*",
            ],
            ["*"]),
        Allow(
            "ManageLogs",
            [
                "logs:AssociateKmsKey", "logs:CreateLogDelivery", "logs:CreateLogGroup", "logs:DeleteLogDelivery",
                "logs:DeleteLogGroup", "logs:DeleteResourcePolicy", "logs:Describe*", "logs:GetLogDelivery",
                "logs:ListLogDeliveries", "logs:ListTagsForResource", "logs:PutResourcePolicy",
                "logs:PutRetentionPolicy", "logs:TagResource", "logs:UntagResource", "logs:UpdateLogDelivery",
            ],
            ["*"]));
}
