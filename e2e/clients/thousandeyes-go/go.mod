module tocsin/e2e/clients/thousandeyes-go

go 1.23

require (
	github.com/thousandeyes/thousandeyes-sdk-go/v2 v2.4.2
	github.com/thousandeyes/thousandeyes-sdk-go/v3 v3.0.0
)

require (
	github.com/hashicorp/go-cleanhttp v0.5.2 // indirect
	github.com/hashicorp/go-retryablehttp v0.7.8 // indirect
)
