/** Login at the municipality's identity provider (OpenID Connect). Without its settings nothing of it runs. */
package jp.tsunagu.access.oidc;
