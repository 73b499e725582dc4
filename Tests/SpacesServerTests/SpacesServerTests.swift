// SpacesServerTests
