global using Pulumi;
